/// One row per product a library can buy. Many products share a driver.
public struct Model: Sendable {
    /// Also the folder in Devices/Models, the link in /dev/lectern, and the word in the settings.
    public var name: String
    public var title: String
    public var matches: [Match]
    public var wire: Wire
    public var driver: any Driver.Type
    public var maturity: Maturity

    public init(
        name: String, title: String, matches: [Match], wire: Wire, driver: any Driver.Type, maturity: Maturity
    ) {
        (self.name, self.title, self.matches) = (name, title, matches)
        (self.wire, self.driver, self.maturity) = (wire, driver, maturity)
    }
}

/// How udev recognises a product on its own.
public enum Match: Hashable, Sendable {
    /// Numbers that no other product uses.
    case usb(vendor: UInt16, product: UInt16)
    /// A generic serial chip. Its numbers alone prove nothing, so the product string must agree.
    case bridge(vendor: UInt16, product: UInt16, says: String)
    /// Nothing to go by: somebody must name the port in the settings.
    case onlyByName
}

/// Which kind of port carries the bytes.
public enum Wire: Hashable, Sendable {
    case serial(baud: Int, parity: Parity)

    public enum Parity: Hashable, Sendable { case none, even, odd }
}

/// How much is known about a driver and a product together.
public enum Maturity: String, CaseIterable, Sendable {
    /// Written from documents and tested against recordings and a pretend device; it has not met the product.
    case fromDocuments
    /// A library reported that it works.
    case reported
    /// In daily use, with recordings from the product itself.
    case proven
}

extension Model {
    public static let catalogue: [Model] = [
        Model(
            name: "3m-810", title: "3M / Bibliotheca 810 pad",
            matches: [.usb(vendor: 0x0D2C, product: 0x032A), .onlyByName],
            wire: .serial(baud: 19_200, parity: .none), driver: Pad810.self, maturity: .fromDocuments),
        Model(
            name: "line-scanner", title: "Barcode scanner with a serial port, any make",
            matches: [.usb(vendor: 0x05E0, product: 0x1701), .onlyByName],
            wire: .serial(baud: 9_600, parity: .none), driver: LineScanner.self, maturity: .fromDocuments),
    ]

    /// - Returns: nil if the catalogue has no such product; the settings then name an unknown model.
    public static func named(_ name: String) -> Model? { catalogue.first { $0.name == name } }

    /// The product of a link in /dev/lectern, such as `3m-810@pci-0000_00_14_0-usb-0_2_1_0`.
    public static func linked(_ link: String) -> Model? {
        link.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).first.flatMap { named(String($0)) }
    }
}

/// A new driver for a product of the catalogue.
/// - Parameter model: The product's name, such as `3m-810` or `line-scanner`.
/// - Returns: nil if the catalogue has no such product.
public func driver(named model: String) -> (any Driver)? { Model.named(model)?.driver.init() }
