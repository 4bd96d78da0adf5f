using EventApp.CheckIn;
using Microsoft.AspNetCore.Http;
using Shared.CheckIn;

namespace EventApp.Tests.CheckIn;

public sealed class ApiTextsTests
{
    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public void Every_refusal_has_its_sentence(string language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = language;
        var problems = Enum.GetValues<DeskRefusal>().Select(refusal => ApiProblem.Of(http, refusal)).ToList();
        Assert.All(problems, problem => Assert.True(problem.Detail.Length > 5 && problem.Title.Length > 2));
        Assert.Equal(problems.Count, problems.Select(problem => problem.Detail).Distinct().Count());
    }
}
