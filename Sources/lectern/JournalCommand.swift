import ArgumentParser
import Circulation
import Host
import Journal

/// `lectern journal --data DIR --json`: what the station has asked and what came of it, also while it runs.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Show a station's journal, one entry a line. It names no patrons.")

    @Option(help: ArgumentHelp("Where the journal is kept.", valueName: "folder"))
    var data: String

    @Flag(help: "One JSON object a line.")
    var json = false

    @Option(help: "The first entry to show.")
    var from = 1

    func run() async throws {
        try await saying {
            let reader = try JournalReader(folder: data)
            var next = from
            while true {
                let records = try reader.entries(from: next, limit: 1000)
                for record in records {
                    let line = JournalLine(record)
                    print(json ? line.text : "\(record.number) \(record.at.text) \(line.plain)")
                }
                guard let last = records.last else { return }
                next = last.number + 1
            }
        }
    }
}
