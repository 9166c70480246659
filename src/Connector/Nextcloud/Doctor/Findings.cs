using Connector.Domain;

namespace Connector.Nextcloud.Doctor;

/// <summary>Small ways to write findings.</summary>
internal static class Findings
{
    public static Finding Of(NextcloudException e, Severity severity = Severity.Error) =>
        new(e.Problem.Code, severity, e.Problem.Message, e.Problem.Remedy);

    public static void Ok(this List<Finding> findings, string code, string french, string english) =>
        findings.Add(new Finding(code, Severity.Ok, new Text(french, english)));

    public static void Info(this List<Finding> findings, string code, string french, string english) =>
        findings.Add(new Finding(code, Severity.Info, new Text(french, english)));

    public static void Warn(this List<Finding> findings, string code, Text sentence, Text remedy) =>
        findings.Add(new Finding(code, Severity.Warning, sentence, remedy));

    public static void Error(this List<Finding> findings, string code, Text sentence, Text remedy) =>
        findings.Add(new Finding(code, Severity.Error, sentence, remedy));

    /// <summary>Runs one check; a surprise in it becomes a finding instead of ending the visit.</summary>
    public static async Task<T?> Check<T>(this List<Finding> findings, Severity severity, Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (NextcloudException e)
            when (e.Fault is not (NextcloudFault.SignInRefused or NextcloudFault.Maintenance))
        {
            findings.Add(Of(e, severity));
            return null;
        }
    }
}
