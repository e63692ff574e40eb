import Foundation
import Station
import Wires

extension RunPlan {
    /// The station of a settings file.
    ///
    /// - Parameter share: the folder that holds `Kiosk/Web`.
    /// - Throws: ``HostError/needsTLS(address:)`` for pages that another machine could see.
    public init(_ settings: StationConfiguration, share: String) throws(HostError) {
        guard settings.pagesAddress == PageServer.address || settings.pagesAddress == "localhost" else {
            throw .needsTLS(address: settings.pagesAddress)
        }
        self.init()
        station = settings.station
        (libraryHost, libraryPort) = (settings.libraryHost, settings.libraryPort)
        (dataFolder, shareFolder) = (settings.dataDirectory, share)
        (page, pagePort) = (settings.page, settings.pagesPort)
        timeZone = settings.timeZone ?? .current
        forgetsAfterDays = settings.forgetsAfterDays
        printerProfile = settings.receiptProfile
        let wires: [(Role, WirePlace?)] = [(.pad, settings.padWire), (.scanner, settings.scannerWire)]
        places = wires.compactMap { role, wire in wire.map { Ports.Place(role, $0.wire) } }
        printer =
            switch settings.receiptPrinter {
            case .stream(let path)?: .path(path)
            case .tcp(let host, let port)?: .tcp(RawPrinter(host: host, port: port))
            case nil: .none
            }
    }
}

extension WirePlace {
    fileprivate var wire: StreamWire.Place {
        switch self {
        case .stream(let path): .path(path)
        case .tcp(let host, let port): .tcp(host: host, port: port)
        }
    }
}
