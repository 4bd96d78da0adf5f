using Bench.Circuits;

namespace EventApp.Tests.Bench;

public sealed class HubMessageTests
{
    [Fact]
    public void Messages_that_arrive_in_pieces_are_put_together()
    {
        byte[][] sent = [[1], [.. Enumerable.Repeat((byte)7, 300)], [], [.. Enumerable.Repeat((byte)9, 70_000)]];
        byte[] stream = [.. sent.SelectMany(message => HubFrames.Frame(message))];
        var frames = new HubFrames();
        var got = new List<byte[]>();
        for (var at = 0; at < stream.Length;)
        {
            var piece = stream.AsMemory(at, Math.Min(1000, stream.Length - at));
            piece.CopyTo(frames.Room());
            frames.Received(piece.Length);
            at += piece.Length;
            while (frames.TryNext(out var message)) got.Add(message.ToArray());
        }
        Assert.Equal(sent, got);
    }

    [Fact]
    public void A_length_of_more_than_five_bytes_is_refused()
    {
        var frames = new HubFrames();
        Enumerable.Repeat((byte)0xff, 6).ToArray().CopyTo(frames.Room());
        frames.Received(6);
        Assert.Throws<InvalidDataException>(() => frames.TryNext(out _));
    }

    [Fact]
    public void A_batch_is_read_with_its_number_and_bytes()
    {
        byte[] bytes = [0x95, 1, 0x80, 0xc0, 0xae, .. "JS.RenderBatch"u8, 0x92, 0xcd, 1, 0, 0xc4, 3, 5, 6, 7];
        var message = HubMessage.Read(bytes);
        Assert.Equal(HubMessageKind.Batch, message.Kind);
        Assert.Equal(256, message.Number);
        Assert.Equal([5, 6, 7], message.Body.ToArray());
    }

    [Fact]
    public void A_call_carries_its_name_and_arguments()
    {
        var frames = new HubFrames();
        var call = HubMessage.Call("OnRenderCompleted", null, arguments => arguments.Int(2).Nil(), 2);
        call.CopyTo(frames.Room());
        frames.Received(call.Length);
        Assert.True(frames.TryNext(out var message));
        var pack = new PackReader(message);
        Assert.Equal(5, pack.Array());
        Assert.Equal(1, pack.Int());
        Assert.Equal(0, pack.Map());
        Assert.True(pack.TryNil());
        Assert.Equal("OnRenderCompleted", pack.Text());
        Assert.Equal(2, pack.Array());
        Assert.Equal(2, pack.Int());
        Assert.True(pack.TryNil());
        Assert.True(pack.AtEnd);
    }

    [Fact]
    public void A_page_gives_up_its_components_and_state()
    {
        var page = PageMarkers.Read("""
            <body><!--Blazor:{"type":"server","prerenderId":"a","sequence":0,"descriptor":"x"}--><p>1</p><!--Blazor:{"prerenderId":"a"}-->
            <!--Blazor:{"type":"server","sequence":1,"descriptor":"y"}--></body><!--Blazor-Server-Component-State:Q0Zs+/=-->
            """);
        Assert.Equal(["""{"type":"server","prerenderId":"a","sequence":0,"descriptor":"x"}""", """{"type":"server","sequence":1,"descriptor":"y"}"""], page.Components);
        Assert.Equal("Q0Zs+/=", page.State);
        Assert.StartsWith("""{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{"type":"server","prerenderId":"a",""", page.StartAll());
    }
}
