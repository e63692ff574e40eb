import ArgumentParser

/// One program: the station, the library system of the bench, and the tools to look at both.
@main
struct Lectern: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lectern",
        abstract: "Self-service for libraries: borrow and return at a kiosk.",
        discussion: "To see it without any hardware: lectern run --pretend",
        subcommands: [
            Run.self, EngineCommand.self, JournalCommand.self, ConfigCommand.self, SIP2Command.self,
            CallNumberCommand.self, DemoCheckCommand.self, Simulate.self, Measure.self,
        ])
}
