using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shared.CheckIn;

namespace EventApp.CheckIn;

/// <summary>Ready is a server that could record a scan now.</summary>
sealed class Readiness(ProbeWriter probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop = default) =>
        await probe.RunAsync(stop) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
