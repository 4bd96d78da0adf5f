using System.Net;
using System.Net.Sockets;

namespace Bench.Load;

/// <summary>One kept-alive HTTP/1.1 connection that costs the machine as little as can be, so that the server has it.</summary>
sealed class Wire : IDisposable
{
    const int MostReply = 32 << 10;

    readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] reply = new byte[MostReply];
    int length, bodyAt;

    public int Status { get; private set; }

    /// <summary>The last reply's body, as it came over the wire (in chunks where it came in chunks).</summary>
    public ReadOnlySpan<byte> Body => reply.AsSpan(bodyAt, length - bodyAt);

    public static async Task<Wire> OpenAsync(Uri address)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return wire;
    }

    /// <summary>Sends the request as it stands and waits for the whole reply.</summary>
    public async ValueTask AskAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..]);
        length = 0;
        do
        {
            var got = await socket.ReceiveAsync(reply.AsMemory(length));
            if (got == 0) throw new CannotMeasure("The server closed the connection.");
            length += got;
        }
        while (!IsWhole());
    }

    bool IsWhole()
    {
        var got = reply.AsSpan(0, length);
        var head = got.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        bodyAt = head + 4;
        Status = (got[9] - '0') * 100 + (got[10] - '0') * 10 + got[11] - '0';
        var headers = got[..head];
        if (Value(headers, "Content-Length: "u8) is var value && !value.IsEmpty) return length - bodyAt >= Number(value);
        return Status is 204 or 304 || got.EndsWith("\r\n0\r\n\r\n"u8) || got[bodyAt..].SequenceEqual("0\r\n\r\n"u8);
    }

    static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        var at = headers.IndexOf(name);
        return at < 0 ? default : headers[(at + name.Length)..];
    }

    static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            number = number * 10 + digit - '0';
        }
        return number;
    }

    public void Dispose() => socket.Dispose();
}
