using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Bench.Circuits;

/// <summary>One open page as a browser holds it: its circuit started, every batch acknowledged, every script call answered. It draws nothing.</summary>
sealed class Circuit : IAsyncDisposable
{
    static readonly byte[] Handshake = [.. """{"protocol":"blazorpack","version":1}"""u8, 0x1e];

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim sending = new(1);
    readonly TaskCompletionSource<string> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource closing = new();
    Task reading = Task.CompletedTask;
    Expectation? expected;

    /// <summary>Names of the script calls of all circuits; what is not known is answered with null.</summary>
    public static ConcurrentDictionary<string, int> ScriptCalls { get; } = new();

    public int Batches { get; private set; }
    public long BatchBytes { get; private set; }
    public string? ClosedBecause { get; private set; }

    /// <summary>Gets the page, connects, starts its components and waits for the first batch that they send.</summary>
    public static async Task<Circuit> OpenAsync(SignedIn person, Uri page, CancellationToken stop)
    {
        var markers = PageMarkers.Read(await person.PageAsync(page.PathAndQuery));
        if (markers.Components.Count == 0) throw new CannotMeasure($"{page} has no interactive component.");
        using var reply = await person.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        using var agreed = JsonDocument.Parse(await reply.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop));
        var circuit = new Circuit();
        circuit.socket.Options.Cookies = person.Cookies;
        var hub = new UriBuilder(page) { Scheme = "ws", Path = "/_blazor", Query = "id=" + Uri.EscapeDataString(agreed.RootElement.GetProperty("connectionToken").GetString()!) };
        await circuit.socket.ConnectAsync(hub.Uri, stop);
        await circuit.StartAsync(page, markers, stop);
        return circuit;
    }

    async Task StartAsync(Uri page, PageMarkers markers, CancellationToken stop)
    {
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, true, stop);
        var answer = new byte[256];
        var got = await socket.ReceiveAsync(answer.AsMemory(), stop);
        if (Encoding.UTF8.GetString(answer, 0, got.Count) != "{}\u001e") throw new CannotMeasure("The hub refused the protocol.");
        var first = Expect([]);
        reading = ReadAsync();
        var origin = page.GetLeftPart(UriPartial.Authority) + "/";
        await SendAsync(HubMessage.Call("StartCircuit", "0", pack => pack.Text(origin).Text(page.ToString()).Text("[]").Text(""), 4));
        await started.Task.WaitAsync(stop);
        await SendAsync(HubMessage.Call("UpdateRootComponents", null, pack => pack.Text(markers.StartAll()).Text(markers.State), 2));
        await first.WaitAsync(stop);
    }

    /// <summary>Ends, with the time of its arrival, when a batch comes whose bytes hold these.</summary>
    public Task<long> Expect(byte[] bytes)
    {
        var next = new Expectation(bytes);
        expected = next;
        return next.Came.Task;
    }

    async Task ReadAsync()
    {
        var frames = new HubFrames();
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                frames.Received((await socket.ReceiveAsync(frames.Room(), closing.Token)).Count);
                foreach (var answer in Take(frames)) await SendAsync(answer);
            }
        }
        catch (Exception why) when (why is WebSocketException or OperationCanceledException or InvalidDataException)
        {
            ClosedBecause ??= why.Message;
        }
        var closed = new CannotMeasure($"The circuit closed: {ClosedBecause}");
        started.TrySetException(closed);
        expected?.Came.TrySetException(closed);
    }

    List<byte[]> Take(HubFrames frames)
    {
        var answers = new List<byte[]>();
        while (frames.TryNext(out var bytes))
        {
            var message = HubMessage.Read(bytes);
            if (message.Kind == HubMessageKind.Batch) answers.Add(Acknowledge(message));
            else if (message.Kind == HubMessageKind.ScriptCall && AnswerScript(message) is { } answer) answers.Add(answer);
            else if (message.Kind == HubMessageKind.Completed) Started(message);
            else if (message.Kind == HubMessageKind.Closed) ClosedBecause = message.Text;
        }
        return answers;
    }

    void Started(HubMessage message)
    {
        if (message is { Number: 1, Text: { Length: > 0 } id }) started.TrySetResult(id);
        else started.TrySetException(new CannotMeasure($"The circuit did not start: {message.Text}"));
    }

    byte[] Acknowledge(HubMessage batch)
    {
        var at = Stopwatch.GetTimestamp();
        Batches++;
        BatchBytes += batch.Body.Length;
        if (expected is { } awaited && batch.Body.IndexOf(awaited.Bytes) >= 0) awaited.Came.TrySetResult(at);
        var number = batch.Number;
        return HubMessage.Call("OnRenderCompleted", null, pack => pack.Int(number).Nil(), 2);
    }

    static byte[]? AnswerScript(HubMessage call)
    {
        var (handle, name) = (call.Number, call.Text ?? "");
        ScriptCalls.AddOrUpdate(name, 1, (_, count) => count + 1);
        if (handle == 0) return null;
        var arguments = $"[{handle},true,{ScriptAnswers.To(name, call.WantsObject)}]";
        return HubMessage.Call("EndInvokeJSFromDotNet", null, pack => pack.Int(handle).Bool(true).Text(arguments), 3);
    }

    async Task SendAsync(byte[] message)
    {
        await sending.WaitAsync(closing.Token);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, closing.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await reading;
        socket.Dispose();
        sending.Dispose();
        closing.Dispose();
    }

    sealed record Expectation(byte[] Bytes)
    {
        public TaskCompletionSource<long> Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
