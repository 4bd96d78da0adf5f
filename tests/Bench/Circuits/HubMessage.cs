namespace Bench.Circuits;

/// <summary>What a circuit's server sends, as far as a client without a screen needs it.</summary>
enum HubMessageKind { Batch, ScriptCall, Completed, Closed, Other }

/// <summary>One message read. <c>Body</c> holds the batch's bytes.</summary>
readonly ref struct HubMessage(HubMessageKind kind, long number, string? text, bool wantsObject, ReadOnlySpan<byte> body)
{
    const int Invocation = 1, Completion = 3, Close = 7;
    const int Failed = 1, ObjectResult = 1;

    public HubMessageKind Kind => kind;

    /// <summary>The batch's number, the script call's handle, or 1 where a completion succeeded.</summary>
    public long Number => number;

    /// <summary>The script's name, the completion's result, or why the connection closed.</summary>
    public string? Text => text;

    /// <summary>A script call that expects an object to hold on to, not a value.</summary>
    public bool WantsObject => wantsObject;
    public ReadOnlySpan<byte> Body { get; } = body;

    public static HubMessage Read(ReadOnlySpan<byte> message)
    {
        var pack = new PackReader(message);
        pack.Array();
        switch (pack.Int())
        {
            case Invocation:
                pack.Skip();
                pack.Skip();
                return ReadInvocation(pack.Text(), pack);
            case Completion:
                pack.Skip();
                pack.Skip();
                var failed = pack.Int() == Failed;
                return new HubMessage(HubMessageKind.Completed, failed ? 0 : 1, pack.AtEnd ? null : pack.Text(), false, default);
            case Close:
                return new HubMessage(HubMessageKind.Closed, 0, pack.Text(), false, default);
            default:
                return new HubMessage(HubMessageKind.Other, 0, null, false, default);
        }
    }

    static HubMessage ReadInvocation(string? target, PackReader pack)
    {
        pack.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                return new HubMessage(HubMessageKind.Batch, pack.Int(), null, false, pack.Binary());
            case "JS.BeginInvokeJS":
                var handle = pack.Int();
                var name = pack.Text();
                pack.Skip();
                return new HubMessage(HubMessageKind.ScriptCall, handle, name, pack.Int() == ObjectResult, default);
            case "JS.Error":
                return new HubMessage(HubMessageKind.Closed, 0, pack.Text(), false, default);
            default:
                return new HubMessage(HubMessageKind.Other, 0, target, false, default);
        }
    }

    /// <summary>A call of a hub method; with an id the server answers it.</summary>
    public static byte[] Call(string method, string? id, Action<PackWriter> arguments, int count)
    {
        var pack = new PackWriter();
        pack.Array(5).Int(Invocation).EmptyMap().Text(id).Text(method).Array(count);
        arguments(pack);
        return HubFrames.Frame(pack.Written);
    }
}
