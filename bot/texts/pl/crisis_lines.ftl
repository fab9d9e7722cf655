crisis-call = 📞 <b>{ $number }</b> – { $what }
crisis-call-example = 📞 <b>{ $number }</b> – { $what } <i>[przykład]</i>
crisis-write = 💬 { $address } – { $what }
