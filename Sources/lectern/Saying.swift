import ArgumentParser
import Engine
import Glibc
import Host
import Journal
import Wires
import Words

/// An error as it is printed: its code, and one sentence that says what to do.
struct Said: Error, CustomStringConvertible {
    var description: String

    /// Everything that can keep a command from its work.
    init(_ error: any Error) {
        description =
            switch error {
            case let error as HostError: "\(error.code): \(error.advice)"
            case let error as JournalError: "\(error.code): \(error.advice)"
            case let error as WordsError: "\(error.code): \(error.advice)"
            case let error as LibraryError: "\(error.code): \(error.advice)"
            case let error as SettingsError:
                (["\(error.code): the settings have mistakes."] + error.problems.map(\.description))
                    .joined(separator: "\n")
            case let error as WireEnd: "\(error.code): \(error.advice)"
            default: "\(error)"
            }
    }
}

/// Runs a command's work; what it throws is printed as a code and a sentence, and the exit status is 1.
func saying<Value>(_ work: () async throws -> Value) async throws -> Value {
    do { return try await work() } catch let error as ExitCode { throw error } catch { throw Said(error) }
}

/// Prints a line at once, also into a pipe.
func say(_ line: String) {
    print(line)
    fflush(nil)
}
