using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Shared.Data.Backups;

namespace Shared.Data;

public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, DataDirectory data, bool readOnly = false)
    {
        services.AddSingleton(data).AddSingleton<DatabaseStart>();
        services.AddSingleton<BackupList>().AddSingleton<BackupWatch>().AddSingleton<MakeBackup>().AddSingleton<RestoreBackup>();
        services.Configure<IdentityOptions>(SetSchema);
        services.AddDbContextFactory<EventDb>(options => options.UseEventDb(data, readOnly));
        return services;
    }

    public static DbContextOptionsBuilder UseEventDb(this DbContextOptionsBuilder options, DataDirectory data, bool readOnly = false) =>
        options.UseSqlite(SqliteSettings.ConnectionString(data, readOnly)).AddInterceptors(new SqliteSettings()).UseIdentityModel();

    // The framework takes the version of its user tables from the application's options; outside a host there are none to ask.
    internal static DbContextOptionsBuilder UseIdentityModel(this DbContextOptionsBuilder options) =>
        options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null
            ? options.UseApplicationServiceProvider(IdentityModel) : options;

    static readonly IServiceProvider IdentityModel = new ServiceCollection()
        .Configure<IdentityOptions>(SetSchema).BuildServiceProvider();

    static void SetSchema(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}

/// <summary>Used by the dotnet-ef tool alone.</summary>
sealed class DesignTimeEventDb : IDesignTimeDbContextFactory<EventDb>
{
    public EventDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<EventDb>();
        options.UseSqlite("Data Source=:memory:").UseIdentityModel();
        return new EventDb(options.Options);
    }
}
