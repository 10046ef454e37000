module lamp {}
