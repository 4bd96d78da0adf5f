namespace EventApp;

/// <summary>wwwroot and appsettings.json lie at the root of the repository, above the project; published, they lie beside the program.</summary>
static class ContentRoot
{
    // A setting counts from the start. Watching its file would watch all folders beside it, the data with every commit among them.
    const string WatchNothing = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplicationOptions Options(string[] args) => new() { Args = [WatchNothing, .. args], ContentRootPath = Find() };

    /// <summary>The first folder, going up from the program, that holds both.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")) && File.Exists(Path.Combine(folder.FullName, "appsettings.json")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
