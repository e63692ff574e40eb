import ArgumentParser
import Foundation
import Host

/// `lectern demo-check`: what `scripts/demo --check` runs.
struct DemoCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-check",
        abstract: "Borrow two books at the bench and bring one back, without hands.",
        discussion: "Exit status is 1, with a sentence, if anything is not as it should be.")

    func run() async throws {
        try await saying {
            let folder = try temporaryFolder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let report = try DemoCheck(program: Share.program, folder: folder).run()
            print(report.receipt)
            for step in report.steps { print("ok: \(step)") }
        }
    }
}
