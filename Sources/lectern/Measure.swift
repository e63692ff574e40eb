import ArgumentParser
import Foundation
import Host

/// `lectern bench`: the numbers by which a release is compared with the one before. Meaningful in release builds only.
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure this machine: one JSON object a line, with name, value and unit.")

    @Option(help: "How long each measurement lasts, in seconds.")
    var seconds = 1.0

    func validate() throws {
        guard (0.05...60).contains(seconds) else { throw ValidationError("--seconds must be 0.05 to 60.") }
    }

    func run() async throws {
        try await saying {
            let lasting = Duration.milliseconds(Int(seconds * 1000))
            let (decoded, encoded) = try Measurements.sip2(lasting)
            tell("sip2_decode", decoded, "messages/s")
            tell("sip2_encode", encoded, "messages/s")
            let folder = try temporaryFolder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            tell("engine_checkout_durable", try Measurements.checkouts(lasting, folder: folder), "checkouts/s")
            tell("station_step", Measurements.stationSteps(lasting), "steps/s")
            let start = try Measurements.coldStart(folder: folder)
            tell("cold_start_to_first_screen", start.milliseconds, "ms")
            tell("resident_memory", start.mebibytes, "MiB")
        }
    }

    private func tell(_ name: String, _ value: Double, _ unit: String) {
        let rounded = (value * 10).rounded() / 10
        say("{\"name\":\"\(name)\",\"value\":\(rounded),\"unit\":\"\(unit)\"}")
    }
}
