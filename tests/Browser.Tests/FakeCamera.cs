using QRCoder;

namespace Browser.Tests;

/// <summary>A film of one picture, a QR code held still, for Chromium's fake camera (YUV4MPEG2).</summary>
sealed class FakeCamera : IDisposable
{
    const int Width = 640;
    const int Height = 480;
    const int Frames = 30;

    readonly string path = Path.Combine(Path.GetTempPath(), $"camera-{Guid.NewGuid():N}.y4m");

    public FakeCamera(string text)
    {
        using var file = File.Create(path);
        file.Write("YUV4MPEG2 W640 H480 F30:1 Ip A1:1 C420jpeg\n"u8);
        var frame = Frame(text);
        for (var i = 0; i < Frames; i++)
        {
            file.Write("FRAME\n"u8);
            file.Write(frame);
        }
    }

    public string[] Flags => ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={path}"];

    // Brightness for every point, then grey for the colours of every fourth.
    static byte[] Frame(string text)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var modules = code.ModuleMatrix;
        var scale = Height * 3 / 4 / modules.Count;
        var (left, top) = ((Width - modules.Count * scale) / 2, (Height - modules.Count * scale) / 2);
        var frame = new byte[Width * Height * 3 / 2];
        Array.Fill(frame, (byte)235, 0, Width * Height);
        Array.Fill(frame, (byte)128, Width * Height, Width * Height / 2);
        for (var y = 0; y < modules.Count * scale; y++)
            for (var x = 0; x < modules.Count * scale; x++)
                if (modules[y / scale][x / scale]) frame[(top + y) * Width + left + x] = 16;
        return frame;
    }

    public void Dispose() => File.Delete(path);
}
