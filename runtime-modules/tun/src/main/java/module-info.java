/** The feature tun. */
module outpost.tun {
    requires com.sun.jna;
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.tun.Tun;
    provides outpost.core.service.PacketDevice with
            outpost.tun.Tun;
}
