using System.Text.Json.Nodes;

namespace Connector.DevServer.Ocs;

/// <summary>
/// What an OCS handler answers. <see cref="Code"/> is 200 for success, an HTTP status, or one of OCS's own codes
/// (101 to 120, 996 to 999); the envelope turns it into what each version of the protocol wants.
/// </summary>
internal sealed record OcsResult(int Code, string Message, JsonNode? Data)
{
    public static OcsResult Ok(JsonNode? data = null) => new(200, "OK", data);

    public static OcsResult Fail(int code, string message = "") => new(code, message, null);

    public static readonly OcsResult NotAdmin = Fail(403, "Logged in user must be an admin");

    /// <summary>The answer most writes of the team folders app give.</summary>
    public static OcsResult Success => Ok(new JsonObject { ["success"] = true });

    public bool IsOk => Code is >= 200 and < 300;
}
