using Bench;

return await Runs.RunAsync(args);
