using Microsoft.AspNetCore.Identity;

namespace EventApp.Access.Proving;

static class ProvingParts
{
    const string Required = "required";

    /// <summary>How people show that they are who they say: passkeys, the second step, the PIN of a shared desk.</summary>
    public static IServiceCollection AddProving(this IServiceCollection services)
    {
        // A passkey that asks its owner for a finger, a face or a code is two steps in one, and it says itself whose it is.
        services.Configure<IdentityPasskeyOptions>(key =>
        {
            (key.UserVerificationRequirement, key.ResidentKeyRequirement) = (Required, Required);
            // The framework asks the Origin header, which a browser that sends no referrer leaves empty.
            key.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
        });
        return services.AddScoped<IUserConfirmation<IdentityUser>, NotDisabled>()
            .AddScoped<AuthenticatorApp>().AddScoped<ProveAgain>().AddScoped<KeepPasskey>().AddScoped<ChangePassword>().AddScoped<SetPin>();
    }
}
