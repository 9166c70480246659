using Connector.Contract.Tests.RealClients;

namespace Connector.Tests.Provisioning;

public sealed partial class FeedClientTrials
{
    private string Settings(string near, string far, string collections) =>
        Tool.Secret(
            _folder,
            $"{Path.GetFileName(near)}.conf",
            $"""
            [general]
            status_path = "{_folder}/{Path.GetFileName(near)}-status/"
            [pair both]
            a = "near"
            b = "far"
            collections = {collections}
            [storage near]
            type = "filesystem"
            path = "{near}/"
            fileext = ".ics"
            [storage far]
            {far}
            """
        );

    private string Khal(string calendar) =>
        Tool.Secret(
            _folder,
            $"{Path.GetFileName(calendar)}-khal.conf",
            $"""
            [calendars]
            [[agenda]]
            path = {calendar}
            [locale]
            timeformat = %H:%M
            dateformat = %d/%m/%Y
            longdateformat = %d/%m/%Y
            datetimeformat = %d/%m/%Y %H:%M
            longdatetimeformat = %d/%m/%Y %H:%M
            local_timezone = Europe/Paris
            default_timezone = Europe/Paris
            [sqlite]
            path = {_folder}/{Path.GetFileName(calendar)}.db
            """
        );

    private async Task NeedPython(string module, string package)
    {
        Tool.Need("python3", "python3");
        var (code, _) = await Tool.Run("/usr/bin/python3", ["-c", $"import {module}"]);
        if (code != 0)
        {
            Assert.Ignore($"needs the Python module {module.Split(';')[0]} (Debian package {package})");
        }
    }

    private static async Task<string> Succeeds(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var (code, output) = await Tool.Run(program, arguments, environment);
        Assert.That(code, Is.Zero, output);
        return output;
    }
}
