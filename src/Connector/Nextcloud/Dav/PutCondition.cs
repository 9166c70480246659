namespace Connector.Nextcloud.Dav;

/// <summary>
/// Under which condition a PUT may write. There is no "always": what a person wrote is never overwritten unseen.
/// </summary>
internal abstract record PutCondition
{
    private PutCondition() { }

    /// <summary>Only when nothing is there: <c>If-None-Match: *</c>.</summary>
    public static readonly PutCondition IfNoneMatchAny = new MustBeNew();

    /// <summary>
    /// Only when it still is what was read: <c>If-Match: "etag"</c>. Measured on 27: two writes within one second
    /// keep one ETag, so a person's write in the same second as the one that was read would be overwritten. Prefer
    /// <see cref="IfUnchanged"/> for what people edit.
    /// </summary>
    public static PutCondition IfMatch(string etag) => new MustBe(etag);

    /// <summary>
    /// As <see cref="IfMatch"/>, and compares size and checksum first (one more request), which a second write in
    /// the same second does change: the server forgets the checksum of what a client writes without one.
    /// </summary>
    public static PutCondition IfUnchanged(DavResource seen) => new MustBe(seen.ETag) { Seen = seen };

    /// <summary>What has to be compared before writing; null for nothing.</summary>
    public DavResource? Seen { get; private init; }

    public abstract (string Name, string Value) Header { get; }

    private sealed record MustBeNew : PutCondition
    {
        public override (string Name, string Value) Header => ("If-None-Match", "*");
    }

    private sealed record MustBe(string ETag) : PutCondition
    {
        public override (string Name, string Value) Header => ("If-Match", ETags.Write(ETag));
    }
}
