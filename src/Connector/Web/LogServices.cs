using Connector.Service;
using Microsoft.Extensions.Logging.Console;

namespace Connector.Web;

/// <summary>The log on standard output: sentences for people, or one JSON object a line for machines.</summary>
internal static class LogServices
{
    public static void AddServiceLog(this ILoggingBuilder logging, ServiceConfiguration configuration)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("connector", LogLevel.Information);
        // What Quartz warns of, a node that died, is told by the jobs that are taken up again.
        logging.AddFilter("Quartz", LogLevel.Error);
        // That keys are not encrypted themselves is said in docs/service.md, not with every start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (configuration.JsonLog)
        {
            logging.AddJsonConsole(options =>
            {
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
            return;
        }

        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}
