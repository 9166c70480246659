namespace Connector.DevServer.Faults;

/// <summary>Counts each request and lets the rules break it. Requests to <c>/dev/</c> are left alone.</summary>
internal sealed class FaultInjection(FaultRules rules, RequestLog log, TimeProvider time)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/dev", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        var verb = context.Request.Method;
        var path = context.Request.Path.ToUriComponent();
        log.Received(verb);
        var started = time.GetTimestamp();
        var status = 0;
        try
        {
            var rule = rules.Next(verb, path + context.Request.QueryString);
            var answered = rule is null || await Act(rule, context, next);
            if (rule is null)
                await next(context);
            status = answered ? context.Response.StatusCode : 0;
        }
        finally
        {
            log.Answered(
                new LoggedRequest(verb, path, status, time.GetElapsedTime(started).TotalMilliseconds)
            );
        }
    }

    /// <returns>Whether the client gets an answer.</returns>
    private async Task<bool> Act(FaultRule rule, HttpContext context, RequestDelegate next)
    {
        switch (rule.Kind)
        {
            case FaultKind.Status:
                await Answer(rule, context);
                return true;
            case FaultKind.Delay:
                await Task.Delay(rule.Delay, time, context.RequestAborted);
                await next(context);
                return true;
            case FaultKind.FailAfter:
                await Swallow(context, next);
                context.Response.Clear();
                await Answer(rule, context);
                return true;
            case FaultKind.ResetAfter:
                await Swallow(context, next);
                context.Abort();
                return false;
            case FaultKind.Truncate:
                await Truncate(context, next);
                return false;
            case FaultKind.CutBody:
                await CutBody(context, next);
                return false;
            case FaultKind.Hang:
                await Hang(context);
                return false;
            default:
                context.Abort();
                return false;
        }
    }

    private static async Task Answer(FaultRule rule, HttpContext context)
    {
        context.Response.StatusCode = rule.Status;
        foreach (var (name, value) in rule.Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(rule.Body, context.RequestAborted);
    }

    private static async Task<MemoryStream> Swallow(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        var swallowed = new MemoryStream();
        context.Response.Body = swallowed;
        await next(context);
        context.Response.Body = real;
        return swallowed;
    }

    private static async Task Truncate(HttpContext context, RequestDelegate next)
    {
        var whole = await Swallow(context, next);
        context.Response.ContentLength = Math.Max(whole.Length, 1);
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task CutBody(HttpContext context, RequestDelegate next)
    {
        var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, context.RequestAborted);
        context.Request.Body = new MemoryStream(whole.GetBuffer(), 0, (int)whole.Length / 2);
        await Swallow(context, next);
        context.Abort();
    }

    private static async Task Hang(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
