using EventApp.Web;
using Shared.Meetings.Importing;
using Shared.Registration.Importing;

namespace EventApp.Registration.Importing;

/// <summary>The empty lists that organisers hand out.</summary>
static class TemplateFiles
{
    static readonly Dictionary<string, Action<Stream>> Writers = new()
    {
        ["units"] = ListTemplates.WriteOrganisations, ["staff"] = ListTemplates.WriteStaff, ["reply"] = RosterTemplate.Write,
    };

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/templates/{name}.xlsx", (string name) =>
    {
        if (!Writers.TryGetValue(name, out var write)) return Results.NotFound();
        var file = new MemoryStream();
        write(file);
        return Results.File(file.ToArray(), TakenSheet.Xlsx, $"{name}.xlsx");
    }).RequireAuthorization(Policies.Organiser);
}
