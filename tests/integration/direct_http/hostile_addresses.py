"""Ways to write an address that must never be connected to (reliability.md 3.7)."""

_LOOPBACK_HOSTS = """
127.0.0.1 127.0.0.2 127.1 127.0.1 127.255.255.254 127.000.000.001 0177.0.0.1 0177.0.0.01 0x7f.0.0.1
0x7f.0x0.0x0.0x1 0x7f000001 0x7F000001 0x7f.1 2130706433 017700000001 0177.1 127.0.0.1. 127.1. 0 0.0.0.0 0.0.0.1
00000.0 0x0 0x00.0x00.0x00.0x00 localhost LOCALHOST localhost. localhost.localdomain foo.localhost ip6-localhost
""".split()
_PRIVATE_HOSTS = """
10.0.0.1 10.1 10.255.255.255 012.0.0.1 0xa.0.0.1 0x0a000001 167772161 172.16.0.1 172.31.255.255 0xac.16.0.1
2886729729 192.168.0.1 192.168.1 192.168.65535 0xc0a80001 3232235521 0300.0250.0.1 169.254.169.254 169.254.1
0xa9fea9fe 2852039166 0251.0376.0251.0376 0xa9.0xfe.0xa9.0xfe 169.254.43518 100.64.0.1 100.100.100.200
100.127.255.254 192.0.0.1 192.0.0.192 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16 192.88.99.1 0.1.2.3
""".split()
_SIX_HOSTS = """
[::1] [::] [0:0:0:0:0:0:0:1] [0000:0000:0000:0000:0000:0000:0000:0001] [::0001] [0::1] [::ffff:127.0.0.1]
[::ffff:7f00:1] [::FFFF:7F00:0001] [0:0:0:0:0:ffff:127.0.0.1] [::ffff:10.0.0.1] [::ffff:a00:1]
[::ffff:169.254.169.254] [::ffff:a9fe:a9fe] [::ffff:192.168.1.1] [::ffff:0:127.0.0.1] [::ffff:0:7f00:1]
[::ffff:0:169.254.169.254] [::127.0.0.1] [::7f00:1] [::10.0.0.1] [::a9fe:a9fe] [64:ff9b::127.0.0.1]
[64:ff9b::7f00:1] [64:ff9b::169.254.169.254] [64:ff9b::a9fe:a9fe] [64:ff9b:1::127.0.0.1] [64:ff9b:1::a9fe:a9fe]
[2002:7f00:1::] [2002:7f00:0001::1] [2002:a9fe:a9fe::] [2002:c0a8:0101::1] [2002:a00:1::] [2001:0:7f00:1::]
[2001::1] [2001:db8::1] [3fff::1] [fc00::1] [fd00::1] [fd00:ec2::254] [fdff:ffff::1] [fe80::1] [fe80::a9fe:a9fe]
[febf::1] [fec0::1] [ff02::1] [ff05::2] [100::1] [5f00::1] [4000::1] [64:ff9b:1:ffff::10.0.0.1]
""".split()
_UNICODE_HOSTS = [
    "\u2460\u2461\u2466.\u24ea.\u24ea.\u2460",
    "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
    "127\u30020\u30020\u30021",
    "127\uff0e0\uff0e0\uff0e1",
    "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54",
    "\u24f5\u24f6\u24fb.0.0.1",
    "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3",
]
_ODD_URLS = """
http://user@127.0.0.1/ http://example.com@127.0.0.1/ http://127.0.0.1%2f@example.com/
http://127.0.0.1\\@example.com/ http:\\\\127.0.0.1/ http:///127.0.0.1/ http://127.0.0.1:80\\@example.com/
http://example.com:22/ http://example.com:6379/ http://example.com:99999/ http://example.com:-1/
ftp://example.com/ file:///etc/passwd gopher://127.0.0.1:6379/_INFO dict://127.0.0.1:11211/ javascript:alert(1)
data:text/html,hi ldap://127.0.0.1/ jar:http://127.0.0.1!/ //127.0.0.1/ 127.0.0.1 http:// http://[::1
http://::1/ http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/ http://metadata.google.internal/
http://kubernetes.default.svc.cluster.local/ http://intranet/ http://redis/ http://printer.lan/
http://a..example.com/ http://-bad-.example.com/ http://ex%61mple.com/ http://127.0.0.1%00.example.com/
http://127.0.0.1#@example.com/ http://%31%32%37.0.0.1/ http://0x7f.0.0.1:80/
""".split()

HOSTILE = [
    *(f"http://{host}/" for host in (*_LOOPBACK_HOSTS, *_PRIVATE_HOSTS, *_SIX_HOSTS, *_UNICODE_HOSTS)),
    *(f"https://{host}/latest/meta-data" for host in ("169.254.169.254", "[fd00:ec2::254]", "127.1")),
    *_ODD_URLS,
    "http://exa mple.com/",
    "http://127.0.0.1\t/",
    "http://example.com\r\nHost: 127.0.0.1/",
    "http://127.0.0.1\x00.example.com/",
    "",
    "   ",
    "http://" + "a" * 3000 + ".com/",
    "http://" + "a." * 200 + "com/",
]
