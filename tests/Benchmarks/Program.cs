using Connector.Benchmarks;

return await BenchmarkProgram.RunAsync(args);
