# Sale i biurka: rezerwacja, prośby, organizacje, plan; godziny i zgody dla opiekunów sal.
own-part-halls = 🏛 sale, organizacja i prywatny kalendarz: { $count }
