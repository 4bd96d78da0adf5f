using System.Globalization;
using EventApp.Access.Auditing;
using EventApp.Components;
using EventApp.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace EventApp.Tests.Access;

/// <summary>Every deed that the code writes into the audit trail, found in its sources.</summary>
public sealed class AuditWordsTests : PageTest
{
    const string Parameter = "what";

    [Theory]
    [InlineData("zh-CN"), InlineData("en")]
    public void Every_deed_in_the_code_has_a_word_and_a_group(string language)
    {
        CultureInfo.CurrentUICulture = new(language);
        var (trail, groups) = (Services.GetRequiredService<IStringLocalizer<TrailTexts>>(), Services.GetRequiredService<IStringLocalizer<AuditTexts>>());
        var deeds = Deeds();
        Assert.True(deeds.Count > 50);
        Assert.Empty(new[] { "sign-in", "attendee-on-leave", "badge-bound", "check-in-override", "account-enabled", "role-taken", "export" }.Except(deeds));
        Assert.Equal("", string.Join(' ', deeds.Where(deed => trail["Trail_" + deed].ResourceNotFound)));
        Assert.Equal(deeds.Order(), AuditGroups.All.SelectMany(group => group.Deeds).Order());
        Assert.DoesNotContain(AuditGroups.All, group => groups["Group_" + group.Word].ResourceNotFound || deeds.Contains(group.Word));
    }

    [Fact]
    public void Deeds_are_read_from_every_form_of_the_call_and_what_cannot_be_read_fails()
    {
        Assert.Equal(["a", "b", "c-one", "c-two", "d"], DeedsIn("""
            class Some
            {
                void Do()
                {
                    audit.AddAsync(who, "a"); places.Audit.AddAsync(paper.Db, who, old ? "b" : "a", subject, 1, "no deed"); audit.AddAsync(db, who, $"c-{Word(x)}", null, null, null); turn.Audit(caller, "d", subject, null);
                }
                static string Word(int x) => x switch { 1 => "one", _ => "two" };
                void Pass(string what) => AuditTrail.AddAsync(db, at, who, what, null, null, null);
            }
            """).Order());
        Assert.Throws<InvalidOperationException>(() => DeedsIn("class Some { void Do() => audit.AddAsync(who, Deed()); }").Count());
    }

    static HashSet<string> Deeds() => [.. ((string[])["Shared", "EventApp"]).SelectMany(folder => ArchitectureTests.Files(folder, ".cs").Concat(ArchitectureTests.Files(folder, ".razor")))
        .Select(file => file.EndsWith(".razor", StringComparison.Ordinal) ? CodeOf(File.ReadAllText(file)) : File.ReadAllText(file)).SelectMany(DeedsIn)];

    static string CodeOf(string page) => page.IndexOf("@code {", StringComparison.Ordinal) is >= 0 and var at ? "class Page" + page[(at + "@code".Length)..] : "";

    static IEnumerable<string> DeedsIn(string code)
    {
        if (!code.Contains("udit", StringComparison.Ordinal)) return [];
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return root.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(DeedOf).OfType<ExpressionSyntax>().SelectMany(deed => Words(deed, root)).Distinct();
    }

    // The deed stands behind who did it; before both may stand the context and the moment.
    static ExpressionSyntax? DeedOf(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax asked) return null;
        var (target, arguments) = (asked.Expression.ToString().Split('.')[^1], call.ArgumentList.Arguments);
        if (asked.Name.Identifier.Text == "Audit") return arguments.Count == 4 ? arguments[1].Expression : arguments[0].Expression;
        if (asked.Name.Identifier.Text != "AddAsync" || target is not ("audit" or "Audit" or "AuditTrail")) return null;
        return arguments[target == "AuditTrail" ? 3 : arguments[0].ToString().EndsWith("db", StringComparison.OrdinalIgnoreCase) ? 2 : 1].Expression;
    }

    static IEnumerable<string> Words(ExpressionSyntax deed, SyntaxNode root) => deed switch
    {
        LiteralExpressionSyntax literal => [literal.Token.ValueText],
        ConditionalExpressionSyntax either => Words(either.WhenTrue, root).Concat(Words(either.WhenFalse, root)),
        IdentifierNameSyntax { Identifier.Text: Parameter } when deed.Ancestors().OfType<MethodDeclarationSyntax>().First().ParameterList.Parameters.Any(p => p.Identifier.Text == Parameter) => [],
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax start, InterpolationSyntax { Expression: InvocationExpressionSyntax { Expression: IdentifierNameSyntax word } }] } =>
            root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == word.Identifier.Text)
                .DescendantNodes().OfType<LiteralExpressionSyntax>().Where(one => one.Token.Value is string).Select(end => start.TextToken.ValueText + end.Token.ValueText),
        _ => throw new InvalidOperationException($"Which deed is {deed}?"),
    };
}
