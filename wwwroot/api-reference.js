import { initialize } from "/api-reference/parts/scalar.aspnetcore.js";

initialize("%2Fapi-reference", false, { withDefaultFonts: false, sources: [{ title: "v1", url: "openapi/v1.json" }] }, "");
