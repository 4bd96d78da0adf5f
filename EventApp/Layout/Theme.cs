using MudBlazor;

namespace EventApp.Layout;

/// <summary>White paper, ink text, thin lines, one accent.</summary>
static class Theme
{
    static readonly string[] Fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];

    public static readonly MudTheme Calm = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5CAD", PrimaryContrastText = "#FFFFFF", Secondary = "#455A64", Background = "#FFFFFF", Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF", AppbarText = "#1B1F23", DrawerBackground = "#F7F8FA", DrawerText = "#1B1F23", DrawerIcon = "#455A64",
            TextPrimary = "#1B1F23", TextSecondary = "#4A545E", LinesDefault = "#D9DEE3", TableLines = "#E4E8EC", Divider = "#D9DEE3",
            LinesInputs = "#6B7680", ActionDefault = "#455A64", Success = "#1B5E20", Warning = "#8A5A00", Error = "#B71C1C", Info = "#1565C0",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6FB1F2", PrimaryContrastText = "#0E1318", Background = "#12171C", Surface = "#171D23", AppbarBackground = "#12171C",
            DrawerBackground = "#171D23", TextPrimary = "#E8ECEF", TextSecondary = "#B3BDC6", LinesDefault = "#313A43", TableLines = "#2A323A",
            Success = "#81C784", Warning = "#FFCA66", Error = "#EF9A9A", Info = "#90CAF9",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "200px", AppbarHeight = "56px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "1rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontSize = "1.75rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            H2 = new H2Typography { FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = "1rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
