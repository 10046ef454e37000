module greeter {}
