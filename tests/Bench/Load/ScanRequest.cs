using System.Security.Cryptography;
using System.Text;
using Shared.CheckIn;

namespace Bench.Load;

/// <summary>A check-in request of one desk, written once; only code, checkpoint and nonce change, in place.</summary>
sealed class ScanRequest
{
    const string CheckpointBlank = "0000000000";
    const int NonceLength = 36;

    readonly byte[] bytes;
    readonly int codeAt, checkpointAt, nonceAt;

    public ScanRequest(Uri address, string token, string path = "/api/v1/check-ins")
    {
        var body = $$"""{"code":"{{new string('0', BadgeKey.CodeLength)}}","attendeeId":null,"nonce":"{{Guid.Empty}}","direction":null,"scannedAt":"{{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}}","offline":false,"override":null,"checkpointId":{{CheckpointBlank}}}""";
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        bytes = Encoding.ASCII.GetBytes(head + body);
        codeAt = head.Length + body.IndexOf("0000", StringComparison.Ordinal);
        nonceAt = head.Length + body.IndexOf("nonce", StringComparison.Ordinal) + 8;
        checkpointAt = head.Length + body.LastIndexOf(CheckpointBlank, StringComparison.Ordinal);
    }

    public ReadOnlyMemory<byte> Bytes => bytes;

    public int BodyLength => Encoding.ASCII.GetString(bytes).Split("\r\n\r\n", 2)[1].Length;

    /// <summary>The request for this scan under a new nonce.</summary>
    public ReadOnlyMemory<byte> For((string Code, int Checkpoint) scan)
    {
        Encoding.ASCII.GetBytes(scan.Code, bytes.AsSpan(codeAt));
        // JSON takes no leading zeros, but spaces before a number.
        bytes.AsSpan(checkpointAt, CheckpointBlank.Length).Fill((byte)' ');
        Encoding.ASCII.GetBytes(scan.Checkpoint.ToString(null, null), bytes.AsSpan(checkpointAt));
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        new Guid(random).TryFormat(bytes.AsSpan(nonceAt, NonceLength), out _);
        return bytes;
    }
}
