using EventApp.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace EventApp.CheckIn;

/// <summary>The description of the station API for those who write programs against it; organisers read it.</summary>
static class ApiDocument
{
    const string Name = "v1";

    public static void AddApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            foreach (var converter in ApiJson.Default.Options.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        builder.Services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(Describe);
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi().RequireAuthorization(Policies.Installation);
        // The package's own page has an inline script, which our content policy forbids; its files serve ours.
        app.MapScalarApiReference("/api-reference/parts", scalar => scalar.AddDocument(Name)).RequireAuthorization(Policies.Installation);
        app.MapGet("/api-reference", () => TypedResults.Text(Page, "text/html; charset=utf-8")).RequireAuthorization(Policies.Installation).ExcludeFromDescription();
    }

    const string Page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API v1</title></head>
        <body><div id="app"></div><script src="/api-reference/parts/scalar.js"></script><script type="module" src="/api-reference.js"></script></body></html>
        """;

    static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info.Title = "Check-in";
        document.Info.Version = Name;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["station"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" } };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("station", document)] = [] }];
        return Task.CompletedTask;
    }
}
