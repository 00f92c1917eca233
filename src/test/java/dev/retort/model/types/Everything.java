package dev.retort.model.types;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

/** A column of every type that a mapping can have. */
@Entity
class Everything {

    @Id
    UUID id;

    boolean aBoolean;
    byte aByte;
    short aShort;
    int anInt;
    long aLong;
    float aFloat;
    double aDouble;
    char aChar;
    String string;

    @Column(length = 20000)
    String long20000;

    @Column(length = Length.LONG32)
    String long32;

    @Nationalized
    String nationalized;

    @Lob
    String clob;

    @Lob
    byte[] blob;

    byte[] bytes;
    BigDecimal decimal;

    @Column(precision = 12, scale = 4)
    BigDecimal decimal12;

    BigInteger integer;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;

    @Column(precision = 3)
    LocalDateTime millis;

    @Column(secondPrecision = 0)
    Instant seconds;

    Instant instant;
    OffsetDateTime offsetDateTime;
    ZonedDateTime zoned;
    OffsetTime offsetTime;
    Duration duration;
    Year year;
    ZoneId zone;
    ZoneOffset zoneOffset;
    Calendar calendar;
    Date utilDate;
    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;
    Currency currency;
    Locale locale;
    TimeZone timeZone;
    URL url;
    Class<?> type;
    InetAddress address;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration interval;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID uuidAsChar;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String text;

    List<Integer> integers;
    String[] strings;

    @Array(length = 5)
    @Column(length = 10)
    String[] five;

    @Convert(converter = YesNoConverter.class)
    boolean yesNo;

    @Convert(converter = NumericBooleanConverter.class)
    boolean number;

    @Convert(converter = Upper.class)
    StringBuilder converted;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "stored_zone")
    OffsetDateTime stored;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime normalized;
}

@Converter
class Upper implements AttributeConverter<StringBuilder, String> {

    @Override
    public String convertToDatabaseColumn(StringBuilder attribute) {
        return String.valueOf(attribute);
    }

    @Override
    public StringBuilder convertToEntityAttribute(String data) {
        return new StringBuilder(data);
    }
}
