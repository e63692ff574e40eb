import ArgumentParser
import Host

/// `lectern config --check FILE` before a restart; `lectern config --explain` for what there is to set.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check a settings file, or explain the settings.")

    @Option(help: ArgumentHelp("Name every mistake in this file with its line.", valueName: "file"))
    var check: String?

    @Flag(help: "Print every setting with its default, ready to be copied.")
    var explain = false

    func validate() throws {
        guard explain != (check != nil) else { throw ValidationError("Say either --check FILE or --explain.") }
    }

    func run() async throws {
        if explain { print(SettingsManual.explanation) }
        guard let check else { return }
        do {
            _ = try SettingsFile.read(check)
            print("\(check) is good.")
        } catch {
            for problem in error.problems { print("\(check): \(problem)") }
            throw ExitCode.failure
        }
    }
}
