module story {}
