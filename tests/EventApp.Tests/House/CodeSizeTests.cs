using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EventApp.Tests.House;

/// <summary>The sizes inside a file: methods and what a class asks for at its door.</summary>
public sealed class CodeSizeTests
{
    const int MostLines = 30, MostParameters = 4, MostInProgram = 60;

    static IReadOnlyList<string> Sources { get; } =
        [.. new[] { "Shared", "EventApp", "tests" }.SelectMany(folder => ArchitectureTests.Files(folder, ".cs"))];

    [Fact]
    public void No_method_is_longer_than_30_lines()
    {
        Assert.NotEmpty(Sources);
        Assert.Empty(Sources.SelectMany(file => TooLong(File.ReadAllText(file)).Select(found => $"{found} in {file}")));
    }

    [Fact]
    public void No_class_asks_for_more_than_4_things()
    {
        Assert.NotEmpty(Sources);
        Assert.Empty(Sources.SelectMany(file => AsksForTooMuch(File.ReadAllText(file)).Select(found => $"{found} in {file}")));
    }

    [Fact]
    public void The_program_reads_as_a_table_of_contents() =>
        Assert.InRange(File.ReadLines(Sources.Single(file => file.EndsWith("/EventApp/Program.cs", StringComparison.Ordinal))).Count(), 20, MostInProgram);

    [Fact]
    public void A_planted_violation_is_found()
    {
        var body = string.Concat(Enumerable.Repeat("        Go();\n", MostLines));
        Assert.Equal(["Go: 33 lines"], TooLong($"class Long\n{{\n    void Go()\n    {{\n{body}    }}\n}}\n"));
        Assert.Equal(["Wide: 5 parameters"], AsksForTooMuch("class Wide(int a, int b, int c, int d, int e);"));
        Assert.Equal(["Wide: 5 parameters"], AsksForTooMuch("class Wide { public Wide(int a, int b, int c, int d, int e) { } }"));
        Assert.Empty(AsksForTooMuch("record Facts(int A, int B, int C, int D, int E);"));
    }

    static IEnumerable<string> TooLong(string code) => Nodes(code).Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
        .Select(node => (Name: NameOf(node), Lines: Lines(node))).Where(found => found.Lines > MostLines).Select(found => $"{found.Name}: {found.Lines} lines");

    // A record's parameters are its facts, not what it needs to work.
    static IEnumerable<string> AsksForTooMuch(string code) => Nodes(code).Select(node => node switch
    {
        ClassDeclarationSyntax type => (Name: type.Identifier.Text, type.ParameterList?.Parameters.Count),
        ConstructorDeclarationSyntax made => (made.Identifier.Text, made.ParameterList.Parameters.Count),
        _ => default,
    }).Where(found => found.Count > MostParameters).Select(found => $"{found.Name}: {found.Count} parameters");

    static IEnumerable<SyntaxNode> Nodes(string code) => CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes();

    // Without the attributes above it: a table of cases is no code.
    static int Lines(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList));
        int LineOf(int position) => node.SyntaxTree.GetText().Lines.IndexOf(position);
        return LineOf(node.Span.End) - LineOf(first.Span.Start) + 1;
    }

    static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax made => made.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        _ => node.Kind().ToString(),
    };
}
