namespace Connector.DevServer.Accounts;

/// <summary>
/// A number that grows whenever who may see what can have changed (accounts, groups, team folders, shares), so that
/// what was worked out from them can be kept until then.
/// </summary>
internal sealed class AccessRevision
{
    private long _value;

    public long Value => Interlocked.Read(ref _value);

    public void Bump() => Interlocked.Increment(ref _value);
}
