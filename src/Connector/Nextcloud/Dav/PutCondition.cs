namespace Connector.Nextcloud.Dav;

/// <summary>
/// Under which condition a PUT may write. There is no "always": what a person wrote is never overwritten unseen.
/// </summary>
internal abstract record PutCondition
{
    private PutCondition() { }

    /// <summary>Only when nothing is there: <c>If-None-Match: *</c>.</summary>
    public static readonly PutCondition IfNoneMatchAny = new MustBeNew();

    /// <summary>Only when it still is what was read: <c>If-Match: "etag"</c>.</summary>
    public static PutCondition IfMatch(string etag) => new MustBe(etag);

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
