crisis-call = 📞 <b>{ $number }</b> – { $what }
crisis-call-example = 📞 <b>{ $number }</b> – { $what } <i>[приклад]</i>
crisis-write = 💬 { $address } – { $what }
