import Circulation
import Foundation
import Glibc
import Journal
import Logging
import ServiceLifecycle
import Station
import Words

/// One station, from its journal's last entry to the end of the process.
public struct KioskRun: Sendable {
    public let plan: RunPlan
    private let bench: Bench?
    private let listensToSignals: Bool

    /// - Parameters:
    ///   - bench: what stands for the hardware while pretending. Its ports take the place of the plan's.
    ///   - listensToSignals: whether SIGTERM and SIGINT end the run.
    public init(_ plan: RunPlan, bench: Bench? = nil, listensToSignals: Bool = true) {
        var plan = plan
        if let bench {
            (plan.places, plan.printer) = (bench.places, bench.printerAddress)
            plan.printerProfile = bench.printerProfile
        }
        (self.plan, self.bench, self.listensToSignals) = (plan, bench, listensToSignals)
    }

    /// Runs until it is told to end; then finishes what was begun and closes the journal.
    ///
    /// - Parameter ready: called with the pages' port when the first screen is up.
    /// - Throws: ``JournalError``, ``WordsError``, ``HostError``.
    public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
        signal(SIGPIPE, SIG_IGN)
        let words = try Words(folder: plan.shareFolder + "/Kiosk/Web/words")
        let files = try PageFiles(folder: plan.shareFolder + "/Kiosk/Web")
        let port = try PageServer.freePort(plan.pagePort, orNext: plan.takesNextPort)
        let journal = try Journal(folder: plan.dataFolder)
        let recovered = try journal.recovered()
        let clock = HostClock(timeZone: plan.timeZone)
        let inbox = Inbox()
        let writer = JournalWriter(journal: journal, delayBeforeCommit: plan.delayBeforeCommit) { news in
            switch news {
            case .committed(let number): inbox.put(.committed(number))
            case .failed: inbox.put(.journalFailed)
            }
        }
        let hub = PageHub(words: words, settings: plan.page, clock: clock, inbox: inbox)
        let ports = Ports(places: plan.places, inbox: inbox)
        let line = SIP2Line(host: plan.libraryHost, port: plan.libraryPort, inbox: inbox)
        let hands = Hands(
            ports: ports, line: line,
            printer: ReceiptPrinter(address: plan.printer, profile: plan.printerProfile, words: words, inbox: inbox),
            hub: hub, journal: writer)
        let gauge = LoopGauge()
        let station = Station(recovered: recovered, settings: plan.station, at: clock.now())
        let loop = StationLoop(station: station, inbox: inbox, clock: clock, hands: hands, gauge: gauge)
        let pages = PageServer(port: port, hub: hub, files: files, bench: bench, gauge: gauge) {
            Task {
                while hub.screen == nil { try await Task.sleep(for: .milliseconds(2)) }
                ready(port)
            }
        }
        defer {
            ports.closeAll()
            line.hangUp()
            writer.close()
            try? journal.close()
        }
        try await serve([
            LoopService(loop: loop, inbox: inbox),
            Forgetting(journal: journal, clock: clock, days: plan.forgetsAfterDays), pages,
        ])
    }

    private func serve(_ services: [any Service]) async throws {
        var logger = Logger(label: "station")
        logger.logLevel = .critical
        var configuration = ServiceGroupConfiguration(services: services, logger: logger)
        // A stuck connection must not keep a station from being restarted.
        configuration.maximumGracefulShutdownDuration = .seconds(5)
        let group = ServiceGroup(configuration: configuration)
        let signals = listensToSignals ? StopSignals { Task { await group.triggerGracefulShutdown() } } : nil
        try await group.run()
        _ = signals
    }
}

private struct LoopService: Service {
    let loop: StationLoop
    let inbox: Inbox

    func run() async throws {
        var loop = loop
        await withTaskCancellationOrGracefulShutdownHandler {
            await loop.run()
        } onCancelOrGracefulShutdown: {
            inbox.close()
        }
    }
}

/// Takes patrons' numbers out of the journal when their time has come: forgetting is a feature in a library.
private struct Forgetting: Service {
    let journal: Journal
    let clock: HostClock
    let days: Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // A journal that cannot be written says so where it matters, in the loop.
                _ = try? journal.forgetPatrons(before: clock.local().date.adding(days: -days))
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}
