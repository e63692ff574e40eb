extension Model {
    /// The text of udev/70-lectern.rules: generated from the catalogue, checked in, and compared by a test.
    ///
    /// A rule gives a product a link named after model and physical port, so that two equal pads stay left and right,
    /// and keeps ModemManager away from it: its probing commands are noise to a pad.
    public static func udevRules(_ models: [Model] = catalogue) -> String {
        var lines = [
            "# Generated from Devices/Drivers/Catalogue.swift, and compared by a test. Do not edit.",
            #"ACTION=="remove", GOTO="lectern_end""#,
            #"SUBSYSTEM!="tty", GOTO="lectern_end""#,
            #"IMPORT{builtin}="usb_id""#,
            #"IMPORT{builtin}="path_id""#,
            #"ENV{ID_PATH_TAG}!="?*", GOTO="lectern_end""#,
        ]
        for model in models {
            let attributes = model.matches.compactMap(\.udevAttributes)
            guard !attributes.isEmpty else { continue }
            lines += ["", "# \(model.title)"]
            for condition in attributes {
                lines += [
                    #"\#(model.wire.udevSubsystem), \#(condition), \"#,
                    #"  GROUP="lectern", MODE="0660", ENV{ID_MM_DEVICE_IGNORE}="1", ENV{ID_MM_PORT_IGNORE}="1", \"#,
                    #"  SYMLINK+="lectern/\#(model.name)@$env{ID_PATH_TAG}""#,
                ]
            }
        }
        lines += ["", #"LABEL="lectern_end""#]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Wire {
    var udevSubsystem: String {
        switch self {
        case .serial: #"SUBSYSTEM=="tty""#
        }
    }
}

extension Match {
    /// All `ATTRS` of one rule must hold for one and the same parent device.
    var udevAttributes: String? {
        switch self {
        case .onlyByName: nil
        case .usb(let vendor, let product):
            #"ATTRS{idVendor}=="\#(hex(vendor))", ATTRS{idProduct}=="\#(hex(product))""#
        case .bridge(let vendor, let product, let says):
            #"ATTRS{idVendor}=="\#(hex(vendor))", ATTRS{idProduct}=="\#(hex(product))", "#
                + #"ATTRS{product}=="\#(pattern(says))""#
        }
    }

    private func hex(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// udev reads `*?[]|` and quotes in its own way; `?` stands for any one of them.
    private func pattern(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || " .-_/()+,".contains($0)) ? $0 : "?" })
    }
}
