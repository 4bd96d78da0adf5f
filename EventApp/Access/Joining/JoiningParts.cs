namespace EventApp.Access.Joining;

static class JoiningParts
{
    public static IServiceCollection AddJoining(this IServiceCollection services) => services
        .AddScoped<InviteStaff>().AddScoped<AskToJoin>().AddScoped<AnswerJoiner>().AddScoped<ForgetPin>().AddScoped<EnterJoined>().AddScoped<EnterByPin>();
}
