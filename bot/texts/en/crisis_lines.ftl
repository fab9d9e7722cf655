crisis-call = 📞 <b>{ $number }</b> – { $what }
crisis-call-example = 📞 <b>{ $number }</b> – { $what } <i>[example]</i>
crisis-write = 💬 { $address } – { $what }
