using QRCoder;

namespace EventApp.Components;

/// <summary>A QR code as a PNG, for what is sent on by chat or saved by a long press.</summary>
static class QrPicture
{
    const int PixelsPerModule = 8;

    public static byte[] Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawn = new PngByteQRCode(data);
        return drawn.GetGraphic(PixelsPerModule);
    }
}
