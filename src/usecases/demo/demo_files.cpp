#include "usecases/demo/demo_files.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>

#include "base/assert.h"
#include "base/failure.h"
#include "base/text.h"
#include "usecases/demo/random.h"

namespace doorstep::usecases::demo {
namespace {

void add_big_endian(std::string& to, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<char>((value >> shift) & 0xFF));
}
void add_little_endian(std::string& to, std::uint32_t value, int bytes) {
    for (int n = 0; n < bytes; ++n) to.push_back(static_cast<char>((value >> (8 * n)) & 0xFF));
}

std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (unsigned char const byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return crc ^ 0xFFFFFFFF;
}

void add_chunk(std::string& png, std::string const& type, std::string const& data) {
    add_big_endian(png, static_cast<std::uint32_t>(data.size()));
    png += type + data;
    add_big_endian(png, crc32_of(type + data));
}

/// Rows in deflate blocks that are stored as they are (RFC 1950, RFC 1951 section 3.2.4).
std::string stored_zlib(std::string const& raw) {
    std::string out("\x78\x01", 2);
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (unsigned char const byte : raw) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    for (std::size_t from = 0; from < raw.size(); from += 65535) {
        auto const size = std::min<std::size_t>(65535, raw.size() - from);
        out.push_back(from + size == raw.size() ? 1 : 0);
        add_little_endian(out, static_cast<std::uint32_t>(size), 2);
        add_little_endian(out, static_cast<std::uint32_t>(~size & 0xFFFF), 2);
        out.append(raw, from, size);
    }
    add_big_endian(out, (b << 16) | a);
    return out;
}

/// A broken door in a dim stairwell, as far as rectangles can show one. Palette image, 8 bits (PNG, third
/// edition).
std::string photograph() {
    constexpr int width = 320;
    constexpr int height = 240;
    std::string header;
    add_big_endian(header, width);
    add_big_endian(header, height);
    header += std::string("\x08\x03\x00\x00\x00", 5);
    std::string palette;
    for (int shade = 0; shade < 64; ++shade) {
        palette.push_back(static_cast<char>(60 + shade * 2));
        palette.push_back(static_cast<char>(58 + shade * 2));
        palette.push_back(static_cast<char>(70 + shade));
    }
    Random random(77);
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows.push_back(0);
        for (int x = 0; x < width; ++x) {
            bool const door = x > 110 && x < 210 && y > 40;
            bool const gap = door && x > 150 && x < 158 && y > 90 && y < 170;
            bool const lock = door && x > 192 && x < 202 && y > 130 && y < 146;
            int shade = door ? 36 : 14 + y / 12;
            if (gap) shade = 2;
            if (lock) shade = 58;
            rows.push_back(static_cast<char>(std::min(63, shade + random.below(5))));
        }
    }
    std::string png("\x89PNG\r\n\x1a\n", 8);
    add_chunk(png, "IHDR", header);
    add_chunk(png, "PLTE", palette);
    add_chunk(png, "IDAT", stored_zlib(rows));
    add_chunk(png, "IEND", "");
    return png;
}

/// Six seconds of a bass line through a wall: 8-bit samples, 8,000 a second.
std::string recording() {
    constexpr int rate = 8000;
    constexpr int seconds = 6;
    Random random(78);
    std::string samples;
    double heard = 0;
    for (int n = 0; n < rate * seconds; ++n) {
        int const beat = n % (rate / 2);
        double const struck = beat < rate / 8 ? 1.0 - beat / (rate / 8.0) : 0.0;
        // A triangle wave needs no library's sine, whose last bit differs between machines.
        int const phase = n % 128;
        double const wave = phase < 64 ? phase / 32.0 - 1.0 : 3.0 - phase / 32.0;
        heard = 0.9 * heard + 0.1 * (wave * struck + (random.unit() - 0.5) * 0.15);
        samples.push_back(static_cast<char>(static_cast<unsigned char>(128 + static_cast<int>(heard * 110))));
    }
    std::string wav = "RIFF";
    add_little_endian(wav, static_cast<std::uint32_t>(36 + samples.size()), 4);
    wav += "WAVEfmt ";
    add_little_endian(wav, 16, 4);
    add_little_endian(wav, 1, 2);
    add_little_endian(wav, 1, 2);
    add_little_endian(wav, rate, 4);
    add_little_endian(wav, rate, 4);
    add_little_endian(wav, 1, 2);
    add_little_endian(wav, 8, 2);
    wav += "data";
    add_little_endian(wav, static_cast<std::uint32_t>(samples.size()), 4);
    return wav + samples;
}

std::string diary(int nights) {
    std::string words =
        "Diary sheet\n\nDay          From     To       What I heard or saw, and how it affected me\n";
    Random random(80 + static_cast<std::uint64_t>(nights));
    static std::vector<std::string> const days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
    static std::vector<std::string> const seen{
        "Loud music, could not sleep", "Banging on the wall, children woke up",
        "Shouting on the stairs until late", "Door slammed again and again",
        "People in and out all evening, door left open"};
    for (int night = 0; night < nights; ++night) {
        auto day = days[static_cast<std::size_t>(night) % days.size()];
        day.resize(13, ' ');
        words += day + std::to_string(random.between(8, 11)) + "pm     " +
                 std::to_string(random.between(1, 3)) + "am      " + random.pick(seen) + "\n";
    }
    return words;
}

}  // namespace

std::vector<DemoFile> store_demo_files(gateways::Vault& vault) {
    struct Made {
        std::string name;
        std::string description;
        std::string content;
    };
    std::array const all{
        Made{"diary-week-1.txt", "Diary sheet, one week", diary(7)},
        Made{"diary-two-weeks.txt", "Diary sheets, two weeks", diary(14)},
        Made{"diary-sheet.txt", "Diary sheet, four nights", diary(4)},
        Made{"IMG_2041.png", "Photograph of the entry door", photograph()},
        Made{"bass-through-wall.wav", "Recording made in the living room at night", recording()},
    };
    std::vector<DemoFile> files;
    for (auto const& made : all) {
        auto const path = vault.upload_folder() / ("demo-" + made.name);
        std::ofstream(path, std::ios::binary) << made.content;
        auto const stored = vault.take(path, text::sha256_hex(made.content), made.name);
        if (!stored) throw GatewayError(FailureKind::refused, stored.error().message());
        files.push_back({.name = made.name,
                         .description = made.description,
                         .content_type = stored->content_type,
                         .sha256 = stored->sha256,
                         .size = static_cast<std::int64_t>(stored->size)});
    }
    return files;
}

}  // namespace doorstep::usecases::demo
